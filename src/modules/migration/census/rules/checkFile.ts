import type { CensusHeader } from '../censusHeader.ts'
import type { CensusChild } from '../child/censusChild.ts'
import { type CheckOptions, type RuleFinding, ruleContext } from './checkChild.ts'
import type { FileBreach } from './fileGatherings.ts'
import { type FileRule, fileRules } from './fileRules.ts'

/** The rules about a whole return while it is read. */
export interface FileCheck {
  /** Takes one child, in the order of the file; returns what can be said of it at once (8510, 1520). */
  readonly add: (child: CensusChild) => readonly RuleFinding[]
  /** What only the whole file shows; undefined when the file has no header. */
  readonly finish: (header: CensusHeader | undefined) => readonly RuleFinding[]
}

/**
 * Opens the check of a whole return against the validation rules that look across children. It holds counts, and of the
 * children no more than ids and pupil numbers.
 */
export function checkFile(options: CheckOptions): FileCheck {
  const context = ruleContext(options)
  const open = fileRules
    .filter(({ from }) => from === undefined || from <= context.censusYear)
    .map(rule => ({ rule, gathering: rule.open(context) }))
  return {
    add: child =>
      open.flatMap(({ rule, gathering }) => gathering.add(child).map(breach => told(rule, breach))),
    finish: header =>
      open.flatMap(({ rule, gathering }) => gathering.finish(header).map(breach => told(rule, breach))),
  }
}

function told({ code, severity, module, sentence }: FileRule, breach: FileBreach): RuleFinding {
  const { childId, element, line, raw, detail } = breach
  const whole = detail === undefined ? sentence : `${sentence} ${detail}`
  return { code, severity, module, sentence: whole, childId, element, line, raw }
}
