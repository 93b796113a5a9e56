import { type Html, tag } from '#ui'
import type { CaseloadRule, Standing } from '../rules/caseloadRule.ts'

/** Whether somebody is to be looked at: over the number, or children and nobody whose hours count. */
export const isPressed = (standing: Standing): boolean =>
  standing.kind === 'no_capacity' || (standing.kind === 'ratio' && standing.isOver)

/** The alert in words. */
export function alertTag(standing: Standing, { limit }: Pick<CaseloadRule, 'limit'>): Html | string {
  if (standing.kind === 'nothing') return ''
  if (!isPressed(standing)) return 'Within'
  const text = standing.kind === 'no_capacity' ? 'No capacity' : `Over ${limit}`
  return tag({ text, classes: 'govuk-tag--red' })
}
