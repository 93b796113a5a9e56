import {
  type ClockAnchor,
  type ClockArea,
  type ClockConfidence,
  type ClockForce,
  type ClockSource,
  type ClockVersion,
  clockAreas,
  type Recurrence,
} from '../clocks/clockDefinition.ts'
import type { ClockDefinition } from '../clocks/clockDefinitions.ts'
import { limitInWords } from '../counting/countRule.ts'
import { countingRulesText } from './countingRulesText.ts'

const forceWords: Readonly<Record<ClockForce, string>> = {
  statute: 'statute',
  regulation: 'regulations',
  statutory_guidance: 'statutory guidance',
  practice_guidance: 'practice guidance',
  local_norm: 'local norm',
}

const confidenceWords: Readonly<Record<ClockConfidence, string>> = {
  seen_primary: 'read in the law',
  seen_secondary: 'read second-hand',
  seen_source_document: 'from a published report',
  memory: '**not confirmed**',
}

const areaTitles: Readonly<Record<ClockArea, string>> = {
  front_door: 'Front door and assessment',
  child_in_need: 'Child in need and Family Help',
  child_protection: 'Child protection',
  health: 'Health',
  court: 'Emergency powers and court',
  looked_after: 'Looked-after children',
  care_leavers: 'Care leavers',
  private_fostering: 'Private fostering',
  adoption: 'Adoption',
  fostering: 'Fostering',
  children_homes: "Children's homes",
  allegations: 'Allegations against people who work with children',
  serious_incident: 'Serious incidents and deaths',
  send: 'Special educational needs and education',
  multi_agency: 'Other work between agencies',
  workforce: 'Workforce and practice',
  rights: 'Rights, complaints and information',
  governance: 'Improvement and governance',
  records: 'Keeping of records',
}

/** The whole of docs/timescales.md: every clock with its limit, how it is counted and where it comes from. */
export function timescalesMarkdown(definitions: readonly ClockDefinition[]): string {
  return `${[...opening(definitions), ...clockAreas.flatMap(area => section(area, definitions))].join('\n')}\n`
}

function opening(definitions: readonly ClockDefinition[]): readonly string[] {
  return [
    '# Timescales',
    '',
    `Kith knows ${definitions.length} time limits. This page is written from them by`,
    '`node src/reference/timescales/write.ts > docs/timescales.md`; change the definitions, not the page.',
    '',
    'An authority may set its own value for local norms and practice guidance. A limit set by statute,',
    'regulations or statutory guidance may only be made stricter. Numbers marked **not confirmed** were found in',
    'no text that could be read, and must be checked before anyone relies on them.',
    '',
    ...countingRulesText,
  ]
}

function section(area: ClockArea, definitions: readonly ClockDefinition[]): readonly string[] {
  const clocks = definitions.filter(definition => definition.area === area)
  return [
    '',
    `## ${areaTitles[area]}`,
    '',
    '| Clock | From, until | Limit | Counted | Who | Force and source | Confidence |',
    '|---|---|---|---|---|---|---|',
    ...clocks.map(row),
    '',
    ...clocks.flatMap(notes),
  ]
}

function row(definition: ClockDefinition): string {
  const version = current(definition)
  const cells = [
    `\`${definition.id}\` ${definition.name}`,
    `${definition.trigger}; until: ${definition.satisfiedBy}`,
    limitCell(definition, version),
    countedCell(version),
    definition.responsible,
    `${forceWords[definition.force]}; ${definition.sources.map(sourceInWords).join('; ')}`,
    confidenceWords[definition.confidence],
  ]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function limitCell({ bound, status, guardRail }: ClockDefinition, version: ClockVersion): string {
  const parts = [
    version.limit ? limitInWords(version.limit) : bound === 'rule' ? 'fixed rule' : 'no fixed length',
    ...(version.recurrence ? [`then ${recurrenceInWords(version.recurrence)}`] : []),
    ...(version.within ? [`in all, within any ${limitInWords(version.within)}`] : []),
    ...(bound === 'no_sooner_than' ? ['not sooner'] : []),
    ...(version.variants ?? []).map(({ when, limit }) => `${limitInWords(limit)}: ${when.toLowerCase()}`),
    ...(guardRail ? [`local value at most ${limitInWords(guardRail)}`] : []),
    ...(status === 'enacted_not_commenced' ? ['off until commenced'] : []),
    ...(status === 'in_force_under_review' ? ['under review'] : []),
  ]
  return parts.join('; ')
}

const anchorWords: Readonly<Record<ClockAnchor, string>> = {
  trigger: 'trigger',
  previous_completion: 'last valid event',
  conference_date: 'the conference',
  expected_delivery_date: 'the expected date of delivery',
  arrangement_start: 'the start of the arrangement',
}

function countedCell({ counting, anchor }: ClockVersion): string {
  if (counting === null) return '-'
  const day = { excluded: 'day 0 out', included: 'day 0 in', instant: 'exact moment' }[counting.dayZero]
  const parts = [
    day,
    `non-working days ${counting.nonWorkingDays}`,
    ...(counting.direction === 'backwards' ? [`back from ${anchorWords[anchor]}`] : []),
    ...(counting.clear ? ['clear days'] : []),
  ]
  return parts.join(', ')
}

function recurrenceInWords(recurrence: Recurrence): string {
  switch (recurrence.style) {
    case 'interval':
      return `every ${limitInWords(recurrence)}`
    case 'offsets':
      return `on days ${recurrence.values.join(', ')} after the trigger`
    case 'sequence':
      return `after ${recurrence.steps.map(limitInWords).join(', ')}`
    case 'school_terms':
      return 'in every school term'
    case 'calendar_months':
      return 'in every calendar month'
  }
}

function notes(definition: ClockDefinition): readonly string[] {
  const { countingNote } = current(definition)
  const sentences = [
    `late: ${definition.lateMeans}`,
    ...(countingNote ? [countingNote] : []),
    ...definition.edgeCases,
  ]
  return [`- \`${definition.id}\` ${sentences.join('; ')}.`.replaceAll(/\.([.;])/g, '$1')]
}

function sourceInWords({ document, ref, address }: ClockSource): string {
  const words = ref === null ? document : `${document}, ${ref}`
  const url = address?.match(/^https?:\/\/\S+/)?.[0]
  return url === undefined ? words : `[${words}](<${url}>)`
}

function current(definition: ClockDefinition): ClockVersion {
  const version = definition.versions.at(-1)
  if (!version)
    throw new Error(`The clock ${definition.id} has no version. Give it one in clocks/definitions.`)
  return version
}
