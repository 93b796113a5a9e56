import { assessmentRules, factorRules } from './assessmentRules.ts'
import { characteristicsRules } from './characteristicsRules.ts'
import { cinPlanRules, planConflictRules } from './cinPlanRules.ts'
import { closureRules } from './closureRules.ts'
import { cpPlanContentRules, cpPlanRules } from './cpPlanRules.ts'
import { episodeRules } from './episodeRules.ts'
import { identifierRules } from './identifierRules.ts'
import { preProceedingsRules } from './preProceedingsRules.ts'
import { referralRules } from './referralRules.ts'
import type { ChildRule } from './rule.ts'
import { section47Rules } from './section47Rules.ts'
import { upnRules } from './upnRules.ts'

/** Every validation rule of the census that looks at one child alone. */
export const childRules: readonly ChildRule[] = [
  ...identifierRules,
  ...upnRules,
  ...characteristicsRules,
  ...referralRules,
  ...closureRules,
  ...episodeRules,
  ...assessmentRules,
  ...factorRules,
  ...cinPlanRules,
  ...planConflictRules,
  ...section47Rules,
  ...cpPlanRules,
  ...cpPlanContentRules,
  ...preProceedingsRules,
]
