import type { Texts } from './texts.ts'

const is = '{fact} is {actual}'
const isNot = '{fact} is {actual}, not {value}'
const isOpen = '{fact} has not been answered yet, and it matters whether it is {value}'
const equality = { holds: is, fails: isNot, open: isOpen }
const inequality = { holds: isNot, fails: is, open: isOpen }
const absent = '{fact} is not given or not applicable'
const given = '{fact} is given'
const unanswered = '{fact} has not been answered yet'
const includes = '{fact} includes {value}'
const excludes = '{fact} does not include {value}'
const includesNone = '{fact} includes none of these: {value}'
const includesOpen = '{fact} has not been answered yet, and it matters whether it includes {value}'
const between = {
  holds: '{fact} is {actual}, which is within {value}',
  fails: '{fact} is {actual}, which is not within {value}',
  open: '{fact} has not been answered yet, and it matters whether it is within {value}',
}

export const en: Texts = {
  locale: 'en-GB',
  operators: {
    equal: equality,
    notEqual: inequality,
    in: equality,
    notIn: inequality,
    contains: { holds: includes, fails: excludes, open: includesOpen },
    doesNotContain: { holds: excludes, fails: includes, open: includesOpen },
    lessThan: {
      holds: '{fact} is {actual}, which is less than {value}',
      fails: '{fact} is {actual}, which is not less than {value}',
      open: '{fact} has not been answered yet, and it matters whether it is less than {value}',
    },
    lessThanInclusive: {
      holds: '{fact} is {actual}, which is not more than {value}',
      fails: '{fact} is {actual}, which is more than {value}',
      open: '{fact} has not been answered yet, and it matters whether it is more than {value}',
    },
    greaterThan: {
      holds: '{fact} is {actual}, which is more than {value}',
      fails: '{fact} is {actual}, which is not more than {value}',
      open: '{fact} has not been answered yet, and it matters whether it is more than {value}',
    },
    greaterThanInclusive: {
      holds: '{fact} is {actual}, which is not less than {value}',
      fails: '{fact} is {actual}, which is less than {value}',
      open: '{fact} has not been answered yet, and it matters whether it is less than {value}',
    },
    isEmpty: { holds: absent, fails: given, open: unanswered },
    isPresent: { holds: given, fails: absent, open: unanswered },
    between,
    dateBefore: {
      holds: '{fact} is {actual}, which is before {value}',
      fails: '{fact} is {actual}, which is not before {value}',
      open: '{fact} has not been answered yet, and it matters whether it is before {value}',
    },
    dateOnOrBefore: {
      holds: '{fact} is {actual}, which is not after {value}',
      fails: '{fact} is {actual}, which is after {value}',
      open: '{fact} has not been answered yet, and it matters whether it is after {value}',
    },
    dateAfter: {
      holds: '{fact} is {actual}, which is after {value}',
      fails: '{fact} is {actual}, which is not after {value}',
      open: '{fact} has not been answered yet, and it matters whether it is after {value}',
    },
    dateOnOrAfter: {
      holds: '{fact} is {actual}, which is not before {value}',
      fails: '{fact} is {actual}, which is before {value}',
      open: '{fact} has not been answered yet, and it matters whether it is before {value}',
    },
    dateBetween: between,
    containsAny: { holds: includes, fails: includesNone, open: includesOpen },
    containsAll: {
      holds: '{fact} includes all of these: {value}',
      fails: '{fact} does not include all of these: {value}',
      open: '{fact} has not been answered yet, and it matters whether it includes all of these: {value}',
    },
    containsNone: { holds: includesNone, fails: includes, open: includesOpen },
    regionWithin: {
      holds: '{fact} is {actual}, which is in {value}',
      fails: '{fact} is {actual}, which is not in {value}',
      open: '{fact} has not been answered yet, and it matters whether it is in {value}',
    },
  },
  decorated: {
    holds: '{fact} is {actual}, which meets the comparison with {value}',
    fails: '{fact} is {actual}, which does not meet the comparison with {value}',
    open: '{fact} has not been answered yet, and it matters whether it meets the comparison with {value}',
  },
  same: '{fact} is {actual}, the same as {value}',
  sensitive: {
    holds: '{fact} is given and meets this condition',
    fails: '{fact} is given and does not meet this condition',
    open: unanswered,
  },
  yesOrNo: '{fact} was answered {actual}',
  is,
  absent,
  notApplicable: '{fact} is not applicable',
  unusable: '{fact} holds something the rule cannot compare',
  unanswered,
  undetermined: '{fact} depends on other answers',
  earlierRow: 'an earlier row of the decision table “{title}” already holds',
  severalRows: 'more than one row of the decision table “{title}” may hold, so that a person has to decide',
  never: 'the conditions of this rule are never met',
  andNext: '{first}; {next}',
  andLast: '{first}; and {next}',
  rules: {
    reject: {
      holds: 'The application is refused: {message}. Reason: {reasons}.',
      fails: 'The application is not refused on the ground “{message}” because {reasons}.',
      open: 'It is not certain yet whether the application is refused on the ground “{message}”: {reasons}.',
      always: 'The application is refused: {message}. This applies to every application.',
    },
    refer: {
      holds: 'A person has to look at the application: {message}. Reason: {reasons}.',
      fails: 'Nobody has to look at the application on the ground “{message}” because {reasons}.',
      open: 'It is not certain yet whether a person has to look at the application on the ground “{message}”: {reasons}.',
      always: 'A person has to look at the application: {message}. This applies to every application.',
    },
    'refer-to': {
      holds: 'The “{department}” has to look at the application: {message}. Reason: {reasons}.',
      fails:
        'The “{department}” does not have to look at the application on the ground “{message}” because {reasons}.',
      open: 'It is not certain yet whether the “{department}” has to look at the application on the ground “{message}”: {reasons}.',
      always:
        'The “{department}” has to look at the application: {message}. This applies to every application.',
    },
    warn: {
      holds: 'Please note: {message}. Reason: {reasons}.',
      fails: 'The warning “{message}” does not concern this application because {reasons}.',
      open: 'It is not certain yet whether the warning “{message}” concerns this application: {reasons}.',
      always: 'Please note: {message}. This applies to every application.',
    },
    inform: {
      holds: 'Good to know: {message}. Reason: {reasons}.',
      fails: 'The notice “{message}” does not concern this application because {reasons}.',
      open: 'It is not certain yet whether the notice “{message}” concerns this application: {reasons}.',
      always: 'Good to know: {message}. This applies to every application.',
    },
    'include-item': {
      holds: 'The procedure “{title}” is needed because {reasons}.',
      fails: 'The procedure “{title}” is not needed because {reasons}.',
      open: 'It is not certain yet whether the procedure “{title}” is needed: {reasons}.',
      always: 'Every application needs the procedure “{title}”.',
    },
    'require-material': {
      holds: 'The document “{title}” is needed because {reasons}.',
      fails: 'The document “{title}” is not needed because {reasons}.',
      open: 'It is not certain yet whether the document “{title}” is needed: {reasons}.',
      always: 'Every application needs the document “{title}”.',
    },
    'waive-material': {
      holds: 'The document “{title}” does not have to be handed in because {reasons}.',
      fails: 'The document “{title}” cannot be left out because {reasons}.',
      open: 'It is not certain yet whether the document “{title}” can be left out: {reasons}.',
      always: 'No application needs the document “{title}”.',
    },
    'route-task': {
      holds: 'The “{title}” takes part (stage {stage}: {mode}) because {reasons}.',
      fails: 'The “{title}” does not take part because {reasons}.',
      open: 'It is not certain yet whether the “{title}” takes part: {reasons}.',
      always: 'The “{title}” takes part in every application (stage {stage}: {mode}).',
    },
    'set-limit': {
      holds: 'The promised time limit is {days} because {reasons}.',
      fails: 'This rule does not promise {days} because {reasons}.',
      open: 'It is not certain yet whether this rule promises {days}: {reasons}.',
      always: 'The promised time limit is {days} for every application.',
    },
    'charge-fee': {
      holds: '“{title}” is {amount} because {reasons}.',
      fails: 'For “{title}” this rule ({amount}) does not apply because {reasons}.',
      open: 'For “{title}” it is not certain yet whether this rule ({amount}) applies: {reasons}.',
      always: '“{title}” is {amount} for every application.',
    },
    estimate: {
      holds: '“{title}” is estimated at {amount} because {reasons}.',
      fails: 'For “{title}” this estimate ({amount}) does not apply because {reasons}.',
      open: 'For “{title}” it is not certain yet whether this estimate ({amount}) applies: {reasons}.',
      always: '“{title}” is estimated at {amount} for every application.',
    },
    settled: {
      holds: '“{title}” is settled by another rule; the conditions of this one are met too: {reasons}.',
      fails: '“{title}” is settled by another rule; this one does not apply because {reasons}.',
      open: '“{title}” is settled by another rule; this one is not certain yet: {reasons}.',
      always: '“{title}” is settled by another rule; this one applies to every application.',
    },
  },
  noAmount: {
    holds: 'The amount of “{title}” cannot be worked out: {reasons}.',
    open: 'The amount of “{title}” cannot be worked out yet: {reasons}.',
  },
  limitName: 'Promised time limit',
  limitTitle: 'Promised within {days}',
  workingDays: { one: '{number} working day', other: '{number} working days' },
  byFormula: 'by formula',
  fact: '“{title}”',
  partOfFact: '“{part}” of “{title}”',
  quote: '“{text}”',
  number: '{number}',
  quantity: '{number} {unit}',
  multiple: '{number} × {unit}',
  percentage: '{number}%',
  range: '{low} to {high}',
  reference: '{value} ({title})',
  yes: '“Yes”',
  no: '“No”',
  given: '“given”',
  notGiven: '“not given”',
}
