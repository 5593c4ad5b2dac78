import 'reflect-metadata';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { largestPageSize, usualPageSize } from '../graph/connection/page-args.js';

/** How large the answer to a query can become. */
export interface QuerySize {
  /** Objects in the answer at the most, where lists without a page size count as {@link usualListSize}. */
  readonly objects: number;
  /** Levels of fields below each other. */
  readonly depth: number;
}

/** What a list without a page size counts for: deliverables of a commitment, leads, links and the like. */
export const usualListSize = 5;

/** What a mutation takes of a list at the most; it refuses longer ones itself, and tells so. */
const largestInputList = 500;

/** Measures an operation of a valid document, without running it. */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QuerySize {
  const root = schema.getRootType(operation.operation);
  if (!root) return { objects: 0, depth: 0 };
  return new Measuring(schema, document, operation, variables).selection(operation.selectionSet, root);
}

class Measuring {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Readonly<Record<string, unknown>>;
  /** Sizes of fragments, each measured once: they can name each other more often than could be followed. */
  readonly #measured = new Map<string, QuerySize>();

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    const defaults = (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]);
    this.#variables = { ...Object.fromEntries(defaults), ...variables };
  }

  /** @param listSize what the lists directly in it count for. */
  selection(set: SelectionSetNode, type: GraphQLNamedType, listSize = usualListSize): QuerySize {
    const sizes = set.selections.map((part) => this.#part(part, type, listSize));
    return {
      objects: sizes.reduce((sum, { objects }) => sum + objects, 0),
      depth: sizes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    };
  }

  #part(part: SelectionNode, type: GraphQLNamedType, listSize: number): QuerySize {
    switch (part.kind) {
      case Kind.FIELD:
        return this.#field(part, type, listSize);
      case Kind.INLINE_FRAGMENT:
        return this.selection(
          part.selectionSet,
          this.#type(part.typeCondition?.name.value) ?? type,
          listSize,
        );
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(part.name.value, listSize);
    }
  }

  #fragment(name: string, listSize: number): QuerySize {
    const key = `${name} ${listSize}`;
    const known = this.#measured.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    const size = fragment && type ? this.selection(fragment.selectionSet, type, listSize) : nothing;
    this.#measured.set(key, size);
    return size;
  }

  #field(node: FieldNode, parent: GraphQLNamedType, listSize: number): QuerySize {
    const field = this.#definition(node.name.value, parent);
    if (!field || !node.selectionSet) return { objects: 0, depth: 1 };
    const isPaged = field.args.some(({ name }) => name === 'first');
    const below = this.selection(
      node.selectionSet,
      getNamedType(field.type),
      isPaged ? this.#pageSize(node) : this.#inputSize(node),
    );
    const count = isListType(getNullableType(field.type)) ? this.#listSize(node, listSize) : 1;
    return { objects: count * (1 + below.objects), depth: 1 + below.depth };
  }

  #pageSize(node: FieldNode): number {
    const size = this.#argument(node, 'first') ?? this.#argument(node, 'last') ?? usualPageSize;
    // A size out of bounds is refused by the list itself.
    return typeof size === 'number' ? Math.min(Math.max(size, 0), largestPageSize) : usualPageSize;
  }

  /** What a mutation answers has a list as long as the longest one it was given. */
  #inputSize(node: FieldNode): number {
    const input = this.#argument(node, 'input');
    if (typeof input !== 'object' || input === null) return usualListSize;
    const lists = Object.values(input).filter((value) => Array.isArray(value));
    return Math.max(usualListSize, ...lists.map((list) => Math.min(list.length, largestInputList)));
  }

  /** A list asked for by ids has as many as there are ids. */
  #listSize(node: FieldNode, listSize: number): number {
    const ids = this.#argument(node, 'ids');
    return Array.isArray(ids) ? ids.length : listSize;
  }

  #argument(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((given) => given.name.value === name);
    return argument && valueFromASTUntyped(argument.value, this.#variables);
  }

  #definition(name: string, parent: GraphQLNamedType): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isCompositeType(parent) && !isUnionType(parent) ? parent.getFields()[name] : undefined;
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }
}

const nothing: QuerySize = { objects: 0, depth: 0 };
