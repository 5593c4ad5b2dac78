import { registerEnumType } from 'type-graphql';

/** The Open Government Partnership's values that a commitment says it serves. */
export enum OgpValue {
  TRANSPARENCY = 'TRANSPARENCY',
  CIVIC_PARTICIPATION = 'CIVIC_PARTICIPATION',
  PUBLIC_ACCOUNTABILITY = 'PUBLIC_ACCOUNTABILITY',
  TECHNOLOGY_AND_INNOVATION = 'TECHNOLOGY_AND_INNOVATION',
}

registerEnumType(OgpValue, {
  name: 'OgpValue',
  description: 'A value of the Open Government Partnership that a commitment says it serves.',
  valuesConfig: {
    TRANSPARENCY: { description: 'Access to information: more of it, better, easier to get.' },
    CIVIC_PARTICIPATION: { description: 'People can take part in, or influence, decisions.' },
    PUBLIC_ACCOUNTABILITY: { description: 'Officials answer for what they do, by rules and mechanisms.' },
    TECHNOLOGY_AND_INNOVATION: { description: 'Technology that serves the other three values.' },
  },
});
