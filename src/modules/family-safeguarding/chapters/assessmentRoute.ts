import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { formatDate, type Html, html } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import type { Strand } from '../rules/strand.ts'
import { needWord, workWords } from '../rules/words.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { isSameChapter } from './chapter.ts'
import { monthWords } from './month.ts'
import { type Summary, summariesOf } from './summaries.ts'

/** `/families/:familyId/safeguarding/assessment`: the chapters as one draft, by person and need, with who wrote it and when. */
export const assessmentRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/assessment',
  admits: recordReaders,
  summary: 'The chapters of a workbook as one draft of the family’s assessment, by person and need',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'All chapters as one draft',
      resource: 'workbook_draft',
      tab: 'chapters',
      async content(open) {
        const strands = await strandsOf(work, familyId)
        const summaries = await summariesOf(work, familyId)
        return html`<h1 class="govuk-heading-l">All chapters as one draft</h1>
<p class="govuk-body">What each role shared, by person and need, with who wrote it and when: a draft of the family’s and the parents’ assessment. Nothing is typed again.</p>
${open.members.filter(({ person }) => open.shared.has(person.id)).map(({ person }) => personPart(open, person.id, strands, summaries))}
${rest(open, strands, summaries)}`
      },
    }),
})

function personPart(
  open: OpenFamily,
  personId: Uuid,
  strands: readonly Strand[],
  summaries: readonly Summary[],
): Html {
  const own = strands.filter(strand => strand.personId === personId)
  if (own.length === 0) return html``
  return html`<h2 class="govuk-heading-m">${nameOf(open, personId)}</h2>${own.map(strand => {
    const parts = summaries.filter(one => isSameChapter(one, strand) && one.personIds.includes(personId))
    return html`<h3 class="govuk-heading-s">${needWord(strand.needKind)}: ${workWords(strand).toLowerCase()}</h3>
<p class="govuk-body">Noted ${formatDate(strand.needNotedOn)}. Aim: ${strand.aim ?? 'not set'}.</p>
${parts.length === 0 ? html`<p class="govuk-body">No summary is shared.</p>` : parts.toReversed().map(summaryHtml)}`
  })}`
}

/** Chapters of the whole family: those that no strand of a person holds. */
function rest(open: OpenFamily, strands: readonly Strand[], summaries: readonly Summary[]): Html {
  const others = summaries.filter(
    one => !strands.some(strand => isSameChapter(strand, one) && one.personIds.includes(strand.personId)),
  )
  if (others.length === 0) return html``
  return html`<h2 class="govuk-heading-m">The family</h2>${others.toReversed().map(one => html`<h3 class="govuk-heading-s">${workWords(one)}${one.personIds.length === open.shared.size ? '' : `: ${one.personIds.map(id => nameOf(open, id)).join(', ')}`}</h3>${summaryHtml(one)}`)}`
}

const summaryHtml = ({ month, authorName, sharedOn, words }: Summary): Html =>
  html`<p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">${monthWords(month)}, ${authorName}, shared ${formatDate(sharedOn)}</p><p class="govuk-body kith-prose">${words}</p>`
