import { userClasses, type Work } from '#platform/db'
import type { Reply } from '#platform/http'
import { type Html, html, subNavigation } from '#ui'

/** Common to the reading pages: everyone signed in reads the directory (class A1), and no page names a child. */
export const readers = { admits: userClasses, purpose: 'administration' } as const

/** The parts of the workforce, in the order of their tabs. */
export const tabs = [
  ['/workforce', 'Overview'],
  ['/workforce/posts', 'Posts'],
  ['/workforce/people', 'People'],
  ['/workforce/completeness', 'Completeness'],
  ['/workforce/roll-out', 'Roll-out'],
  ['/workforce/recruitment', 'Recruitment'],
  ['/workforce/funding', 'Funding'],
  ['/workforce/early-career', 'Early career'],
  ['/workforce/measures', 'Measures'],
  ['/workforce/caseload', 'Caseload'],
  ['/workforce/capacity', 'Capacity'],
  ['/workforce/decisions', 'Decisions'],
] as const

export type Tab = (typeof tabs)[number][0]

/** Tabs that only some classes of user have: the programmes of staff (class D1) are not for those who keep directories. */
const isFor = (tab: Tab, work: Work): boolean =>
  tab !== '/workforce/early-career' || !['administrator', 'data_quality'].includes(work.actor.class)

export type WorkforcePage = {
  readonly tab: Tab
  readonly title: string
  readonly content: Html
  readonly back?: string
  /** Something of the address was wrong, such as a day to come. */
  readonly hasErrors?: boolean
}

/** A page of the workforce under its tabs. */
export function workforcePage(work: Work, { tab, title, content, back, hasErrors }: WorkforcePage): Reply {
  const items = tabs
    .filter(([href]) => isFor(href, work))
    .map(([href, text]) => ({ href, text, active: href === tab }))
  return {
    kind: 'page',
    title,
    current: '/workforce',
    isWide: true,
    ...(back === undefined ? {} : { back }),
    ...(hasErrors ? { status: 422, hasErrors } : {}),
    content: html`${subNavigation({ label: 'Workforce', items })}<h1 class="govuk-heading-l">${title}</h1>${content}`,
    shown: 'nothing',
  }
}
