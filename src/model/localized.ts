import { Arg, Ctx, Field } from 'type-graphql';
import { Column } from 'typeorm';
import { Language, type Viewing } from './language.js';
import { inLanguage, isPresent, type Text, TextColumns } from './text.js';

interface LocalizedOptions {
  readonly description: string;
  /** Whether the graph may answer null. Default false. */
  readonly nullable?: boolean;
}

type Localizable = Record<string, Text | readonly Text[] | null | undefined>;

const localizedProperties = new Map<object, string[]>();

/**
 * Makes a property a text in two languages: two columns in the table, and in the graph one field of the same name
 * that takes `language`.
 */
export function Localized(options: LocalizedOptions): PropertyDecorator {
  return (prototype, property) => {
    Column(() => TextColumns)(prototype, property);
    addField(
      prototype,
      String(property),
      () => String,
      options,
      (text, language) => inLanguage(text as Text | null, language),
    );
  };
}

/** Makes a property a list of texts in two languages: one JSON column, and in the graph a list of strings. */
export function LocalizedList(options: LocalizedOptions): PropertyDecorator {
  return (prototype, property) => {
    Column('jsonb', { default: [] })(prototype, property);
    addField(
      prototype,
      String(property),
      () => [String],
      options,
      (texts, language) => ((texts ?? []) as readonly Text[]).map((text) => inLanguage(text, language)),
    );
  };
}

/** The languages in which every text that the thing has at all is there. */
function completeLanguages(thing: object): Language[] {
  const texts = propertiesOf(thing)
    .flatMap((property) => (thing as Localizable)[property] ?? [])
    .filter(isPresent);
  return [Language.EN, Language.FR].filter((language) =>
    texts.every((text) => (language === Language.FR ? text.fr : text.en) != null),
  );
}

/** The localized properties of a thing's class and of the classes it extends. */
function propertiesOf(thing: object): string[] {
  const prototype: object | null = Object.getPrototypeOf(thing);
  return prototype === null
    ? []
    : [...(localizedProperties.get(prototype) ?? []), ...propertiesOf(prototype)];
}

/** Gives a type with localized fields the field that says which languages are complete. */
function addLanguages(prototype: object): void {
  if ('languages' in prototype) return;
  const descriptor = {
    configurable: true,
    get(this: object) {
      return completeLanguages(this);
    },
  };
  Object.defineProperty(prototype, 'languages', descriptor);
  Field(() => [Language], {
    description:
      'The languages in which every text of this thing itself is there; in others some are served from these.',
  })(prototype, 'languages', descriptor);
}

/**
 * TypeGraphQL reads a field's arguments from a method's parameters, so the field stands on a method beside the
 * property, under the property's name in the graph.
 */
function addField(
  prototype: object,
  property: string,
  type: () => StringConstructor | [StringConstructor],
  { description, nullable = false }: LocalizedOptions,
  show: (value: unknown, language: Language) => unknown,
): void {
  addLanguages(prototype);
  const method = `${property}InLanguage`;
  Object.defineProperty(prototype, method, {
    value(this: Record<string, unknown>, language: Language | undefined, viewing: Viewing) {
      return show(this[property], language ?? viewing.language);
    },
  });
  Arg('language', () => Language, {
    nullable: true,
    description: 'The language wanted; where the text is missing in it, the other one is served.',
  })(prototype, method, 0);
  Ctx()(prototype, method, 1);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method) ?? {};
  Field(type, { name: property, description, nullable })(prototype, method, descriptor);
  localizedProperties.set(prototype, [...(localizedProperties.get(prototype) ?? []), property]);
}
