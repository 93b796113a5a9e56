import type { CensusHeader } from '../censusHeader.ts'
import type { CensusChild } from '../child/censusChild.ts'
import { valueIn, valuesIn } from '../reading/reading.ts'
import { has, isInsideYear } from './dates.ts'
import type { RuleContext } from './rule.ts'

/** Where and how a rule about the whole file is broken. */
export interface FileBreach {
  readonly childId?: string | undefined
  readonly element: string
  readonly line: number
  readonly raw: string
  /** More than the rule's sentence says, such as the numbers counted. */
  readonly detail?: string
}

/** What a rule about the file gathers child by child, and says at the end. */
export interface FileGathering {
  /** Takes one child; returns what can be said at once. */
  readonly add: (child: CensusChild) => readonly FileBreach[]
  readonly finish: (header: CensusHeader | undefined) => readonly FileBreach[]
}

const nothing: readonly FileBreach[] = []
const wholeFile = (detail: string): readonly FileBreach[] => [{ element: '', line: 1, raw: '', detail }]

/** Gathers nothing but a value that must not come twice; memory grows with the values alone. */
export function once(pick: (child: CensusChild) => CensusChild['laChildId']): FileGathering {
  const lineOf = new Map<string, number>()
  return {
    add: child => {
      const reading = pick(child)
      const value = valueIn(reading)
      if (value === undefined) return nothing
      const before = lineOf.get(value)
      if (before === undefined) {
        lineOf.set(value, reading.line)
        return nothing
      }
      const { element, line, raw } = reading
      return [
        {
          childId: valueIn(child.laChildId),
          element,
          line,
          raw,
          detail: `It stands first at line ${before}.`,
        },
      ]
    },
    finish: () => nothing,
  }
}

/** Counts plans begun and initial conferences held in the year. */
export function conferencesAndPlans(context: RuleContext): FileGathering {
  let [plans, conferences] = [0, 0]
  return {
    add: ({ episodes }) => {
      for (const { cpPlans, section47s, referral } of episodes) {
        plans += cpPlans.filter(({ startedOn }) => isInsideYear(startedOn, context)).length
        const dates = [referral.icpcOn, ...section47s.map(({ icpcOn }) => icpcOn)]
        conferences += dates.filter(icpcOn => isInsideYear(icpcOn, context)).length
      }
      return nothing
    },
    finish: () =>
      plans > conferences ? wholeFile(`${plans} plans began after ${conferences} conferences.`) : nothing,
  }
}

/** Counts born children, and those of them without a recorded sex. */
export function sexUnknown(): FileGathering {
  let [born, unknown] = [0, 0]
  return {
    add: ({ identifiers: { birthOn, expectedBirthOn, sex } }) => {
      const isUnborn = !has(birthOn) && has(expectedBirthOn)
      if (isUnborn) return nothing
      born += 1
      if ((valueIn(sex) ?? 'U') === 'U') unknown += 1
      return nothing
    },
    finish: () =>
      unknown * 50 > born ? wholeFile(`${unknown} of ${born} children have no recorded sex.`) : nothing,
  }
}

const disabilitiesOf = (child: CensusChild) =>
  valuesIn(child.characteristics.disabilities).filter(code => code !== 'NONE')

/** Gathers the different disability codes in use. */
export function disabilityCodes(): FileGathering {
  const codes = new Set<string>()
  return {
    add: child => {
      for (const code of disabilitiesOf(child)) codes.add(code)
      return nothing
    },
    finish: () => (codes.size < 8 ? wholeFile(`${codes.size} different codes are in use.`) : nothing),
  }
}

/** Counts disabled children, and those with more than one disability. */
export function severalDisabilities(): FileGathering {
  let [disabled, several] = [0, 0]
  return {
    add: child => {
      const codes = disabilitiesOf(child)
      if (codes.length > 0) disabled += 1
      if (codes.length > 1) several += 1
      return nothing
    },
    finish: () => (disabled > 0 && several === 0 ? wholeFile(`${disabled} children are disabled.`) : nothing),
  }
}

/** Counts episodes with pre-proceedings. */
export function preProceedingsSent(): FileGathering {
  let sent = 0
  return {
    add: ({ episodes }) => {
      sent += episodes.filter(({ preProceedings }) => preProceedings.length > 0).length
      return nothing
    },
    finish: () => (sent === 0 ? wholeFile('No child has any.') : nothing),
  }
}

/** Points at each pre-proceedings without a start. */
export function preProceedingsStarted(): FileGathering {
  return {
    add: child =>
      child.episodes.flatMap(({ preProceedings }) =>
        preProceedings
          .filter(({ startedOn }) => !has(startedOn))
          .map(({ startedOn: { element, line, raw } }) => ({
            childId: valueIn(child.laChildId),
            element,
            line,
            raw,
          })),
      ),
    finish: () => nothing,
  }
}

/** Looks at the header alone. */
export function referenceDate(): FileGathering {
  return {
    add: () => nothing,
    finish: header => {
      const date = header && valueIn(header.referenceOn)
      const year = header && valueIn(header.year)
      if (date?.month === 3 && date.day === 31 && date.year === year) return nothing
      if (!header) return wholeFile('The file has no header.')
      const { element, line, raw } = header.referenceOn
      return [{ element, line, raw }]
    },
  }
}
