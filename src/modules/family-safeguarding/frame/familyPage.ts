import type { Work } from '#platform/db'
import { notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type Html, html, subNavigation } from '#ui'
import { familyPath } from './familyParams.ts'
import { type OpenFamily, openFamily, subjectsOf } from './openFamily.ts'

const tabs = {
  overview: ['Who does what', ''],
  chapters: ['Chapters', '/chapters'],
  modules: ['Modules', '/modules'],
  supervision: ['Group supervision', '/supervision'],
  family: ['The family’s side', '/family'],
  outcomes: ['Measures', '/outcomes'],
} as const
export type FamilyTab = keyof typeof tabs

/** What every page of a family's workbook begins with. */
export function familyBefore({ family, workbook }: OpenFamily, current: FamilyTab | null): Html {
  return html`<section aria-label="Whose workbook this is"><p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-2"><span class="govuk-!-font-weight-bold">Family ${family.reference}</span>${workbook === null ? '' : ` · ${workbook.teamName}`} · <a class="govuk-link" href="/families/${family.id}">Family and households</a></p></section>
${subNavigation({
  label: 'Parts of the workbook',
  items: Object.entries(tabs).map(([tab, [text, rest]]) => ({
    text,
    href: familyPath(family.id, rest),
    active: tab === current,
  })),
})}`
}

/** What a page of the workbook is made of. */
export type WorkbookPage = {
  readonly title: string
  readonly resource: string
  readonly tab: FamilyTab | null
  readonly isWide?: boolean
  readonly status?: number
  readonly hasErrors?: boolean
  readonly content: (open: OpenFamily) => Promise<Html | null>
}

/** A page of the workbook, for those who may read the team's work with the family. */
export async function workbookPage(work: Work, familyId: Uuid, page: WorkbookPage): Promise<Reply> {
  const open = await openFamily(work, familyId)
  if (open === null) return notFound
  const content = await page.content(open)
  if (content === null) return notFound
  return {
    kind: 'page',
    title: `${page.title} - Workbook`,
    current: '/safeguarding',
    before: familyBefore(open, page.tab),
    ...(page.status === undefined ? {} : { status: page.status }),
    ...(page.hasErrors ? { hasErrors: true } : {}),
    ...(page.isWide ? { isWide: true } : {}),
    content,
    shown: { resource: page.resource, subjectIds: subjectsOf(open) },
  }
}
