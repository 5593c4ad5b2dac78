import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '../connection/connection-type.js';
import { ForwardPageArgs } from '../connection/page-args.js';
import type { GraphContext } from '../context.js';
import { required } from '../loading/required.js';
import { findHits } from './find-hits.js';
import { longestSearch } from './matches.js';
import { SearchHit, SearchSubjectUnion } from './search-hit.js';
import { classOf, SearchKind, type SearchSubject } from './search-kind.js';

const SearchConnection = connectionType('Search', SearchHit, 'hits');

@Resolver(() => SearchHit)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Full-text search in English and French, best first. All words must match, in any form; accents, case and ' +
      'small typing errors do not matter, and the last word may be unfinished.',
  })
  async search(
    @Arg('text', () => String, { description: `What to find: 1 to ${longestSearch} characters.` })
    text: string,
    @Arg('kinds', () => [SearchKind], { nullable: true, description: 'Only these; null: everything.' })
    kinds: SearchKind[] | null,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loading, language }: GraphContext,
  ) {
    return new SearchConnection(await findHits(loading, language, text, kinds ?? null, args));
  }

  @FieldResolver(() => SearchSubjectUnion, { description: 'The thing that was found.' })
  subject(@Root() hit: SearchHit, @Ctx() { loading }: GraphContext): Promise<SearchSubject> {
    return required<SearchSubject>(loading, classOf[hit.kind], hit.subjectKey);
  }
}
