import { recordReaders } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { type Html, html, nothing } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { type OpenFamily, openFamily, subjectsOf } from '../frame/openFamily.ts'
import { type ChapterWriting, chapterWriting } from './chapterWriting.ts'
import type { DraftPart } from './draft.ts'
import { draftHtml } from './draftHtml.ts'
import { draftPdf } from './draftPdf.ts'
import { integratedDraft } from './integratedDraft.ts'
import { parentingDraft } from './parentingDraft.ts'

/** A draft that is composed from the chapters: how it is called and what it is made of. */
type ComposedDraft = {
  readonly slug: 'assessment' | 'parenting'
  readonly title: string
  readonly printTitle: string
  readonly lead: string
  readonly other: { readonly slug: string; readonly text: string }
  readonly resource: string
  compose(open: OpenFamily, writing: ChapterWriting): readonly DraftPart[]
}

const integrated: ComposedDraft = {
  slug: 'assessment',
  title: 'All chapters as one draft',
  printTitle: 'Integrated assessment: draft',
  lead: 'What each role shared, by person and need, with who wrote it and when: a draft of the family’s integrated assessment. Nothing is typed again.',
  other: { slug: 'parenting', text: 'The same chapters by parent' },
  resource: 'workbook_draft',
  compose: (open, { strands, summaries }) => integratedDraft(open, strands, summaries),
}

const parenting: ComposedDraft = {
  slug: 'parenting',
  title: 'The parents’ chapters as one draft',
  printTitle: 'Parenting assessment: draft',
  lead: 'What is written of each parent’s capacity to change, and what each discipline sees: a draft of the parenting assessment. It counts what was written and judges nothing.',
  other: { slug: 'assessment', text: 'All chapters, by person and need' },
  resource: 'parenting_draft',
  compose: parentingDraft,
}

function draftRoutes(draft: ComposedDraft): readonly Route[] {
  const url = `/families/:familyId/safeguarding/${draft.slug}`
  const common = { method: 'GET', admits: recordReaders, purpose: 'casework', params: familyParams } as const
  return [
    route({
      ...common,
      url,
      summary: `${draft.title}: composed from what the team has written in a workbook`,
      handle: ({ work, params: { familyId } }): Promise<Reply> =>
        workbookPage(work, familyId, {
          title: draft.title,
          resource: draft.resource,
          tab: 'chapters',
          content: async open => draftPage(draft, open, await chapterWriting(work, familyId)),
        }),
    }),
    route({
      ...common,
      url: `${url}/print`,
      summary: `${draft.printTitle}: from a workbook, as PDF`,
      async handle({ work, me, params: { familyId } }): Promise<Reply> {
        const open = await openFamily(work, familyId)
        if (open === null) return notFound
        const parts = draft.compose(open, await chapterWriting(work, familyId))
        const { reference } = open.family
        const print = { title: draft.printTitle, reference, printedFor: me.name, parts }
        return {
          kind: 'file',
          fileName: `${draft.slug}-draft.pdf`,
          mediaType: 'application/pdf',
          bytes: await draftPdf(work, print),
          shown: { resource: draft.resource, subjectIds: subjectsOf(open), action: 'export' },
        }
      },
    }),
  ]
}

function draftPage(draft: ComposedDraft, open: OpenFamily, writing: ChapterWriting): Html {
  const { slug, title, lead, other } = draft
  const parts = draft.compose(open, writing)
  const path = (rest: string): string => familyPath(open.family.id, `/${rest}`)
  return html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${lead}</p>
<p class="govuk-body kith-no-print"><a class="govuk-link" href="${path(other.slug)}">${other.text}</a> · <a class="govuk-link" href="${path(`${slug}/print`)}">Print this draft (PDF)</a>${wayIn(open)}</p>
${parts.length === 0 ? html`<p class="govuk-body">Nothing is written yet.</p>` : draftHtml(parts)}`
}

/** Whoever holds the case takes it into the children's assessment: the way leads to the one that is under way. */
function wayIn({ keeps, members, shared }: OpenFamily): Html {
  const child = members.find(({ role, person }) => role === 'child' && shared.has(person.id))
  if (!keeps || child === undefined) return nothing
  return html` · <a class="govuk-link" href="/people/${child.person.id}/assessments/current">Take it into the children’s assessment</a>`
}

/** `/families/:familyId/safeguarding/assessment` and `/parenting`, each with its print. */
export const assessmentRoutes = [...draftRoutes(integrated), ...draftRoutes(parenting)]
