import {
  conferencesAndPlans,
  disabilityCodes,
  type FileGathering,
  once,
  preProceedingsSent,
  preProceedingsStarted,
  referenceDate,
  severalDisabilities,
  sexUnknown,
} from './fileGatherings.ts'
import type { RuleContext } from './rule.ts'

/** One validation rule about the whole return. */
export interface FileRule {
  readonly code: string
  readonly severity: 'error' | 'query'
  readonly module: string
  readonly sentence: string
  readonly from?: number
  readonly open: (context: RuleContext) => FileGathering
}

/** Every validation rule of the census that looks across children, or at the header. */
export const fileRules: readonly FileRule[] = [
  {
    code: '100',
    severity: 'error',
    module: 'Header',
    sentence: 'The reference date is missing, or is not 31 March of the year of the census.',
    open: referenceDate,
  },
  {
    code: '1520',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The UPN stands on more than one child.',
    open: () => once(({ identifiers: { upn } }) => upn),
  },
  {
    code: '2883',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'More child protection plans began in the year than initial conferences were held.',
    open: conferencesAndPlans,
  },
  {
    code: '2886Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'More than 2% of born children have no recorded sex.',
    open: sexUnknown,
  },
  {
    code: '2887Q',
    severity: 'query',
    module: 'Disabilities',
    sentence: 'Fewer than eight different disabilities are recorded.',
    open: disabilityCodes,
  },
  {
    code: '2888Q',
    severity: 'query',
    module: 'Disabilities',
    sentence: 'No disabled child has more than one disability.',
    open: severalDisabilities,
  },
  {
    code: '8510',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The local authority child id stands on more than one child.',
    open: () => once(({ laChildId }) => laChildId),
  },
  {
    code: '8995Q',
    severity: 'query',
    module: 'PreProceedings',
    sentence: 'No pre-proceedings or family group decision making was sent; explain why.',
    from: 2027,
    open: preProceedingsSent,
  },
  {
    code: '9000Q',
    severity: 'query',
    module: 'PreProceedings',
    sentence: 'The start of pre-proceedings is missing; explain if it is not collected yet.',
    from: 2027,
    open: preProceedingsStarted,
  },
]
