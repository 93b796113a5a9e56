import { formatDate, type Html, html, plural } from '#ui'
import { type Cell, cellsTable } from '../../frame/index.ts'
import type { Recruitment } from '../queries/readRecruitment.ts'
import { daysInAll, daysInto, standOf, steps } from '../rules/steps.ts'

/** A step's day, and how many days after the one before. */
export function stepCell(one: Recruitment, step: (typeof steps)[number][0]): string {
  const day = one[step]
  const days = daysInto(one, step)
  return day === null ? '' : `${formatDate(day)}${days === null ? '' : ` (${plural(days, 'day')})`}`
}

/** How far it has come, in words. */
export function standCell(one: Recruitment, on: Temporal.PlainDate): string {
  const { words, isOver, days } = standOf(one, on)
  const whole = daysInAll(one)
  if (isOver) return words === 'Started' && whole !== null ? `Started after ${plural(whole, 'day')}` : words
  return `${words}, for ${plural(days, 'day')}`
}

/** Attempts to fill one post. */
export function recruitmentTable(all: readonly Recruitment[], on: Temporal.PlainDate, keeps: boolean): Html {
  const change = (one: Recruitment): Cell =>
    html`<a class="govuk-link" href="/workforce/posts/${one.place.id}/recruitment/${one.id}">Change<span class="govuk-visually-hidden"> the advert of ${formatDate(one.advertisedOn)}</span></a>`
  return cellsTable(
    'Recruitment to this post',
    [...steps.map(([, words]) => words), 'How far', 'Remark', ...(keeps ? ['Change'] : [])],
    all.map(one => [
      ...steps.map(([step]) => stepCell(one, step)),
      standCell(one, on),
      one.remark ?? '',
      ...(keeps ? [change(one)] : []),
    ]),
  )
}
