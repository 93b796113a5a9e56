import { type FormValues, recordReaders, recordWriters, typedOf } from '#modules/casework'
import type { Work } from '#platform/db'
import {
  type FormKeys,
  formFields,
  formVersion,
  isAsOpened,
  notFound,
  type Reply,
  type Route,
  route,
  versionField,
} from '#platform/http'
import { errorsAbove, type FieldErrors, type FormIssue, fieldErrors, html } from '#ui'
import { type Decision, decideShowings } from '../commands/decideShowings.ts'
import { partsOfPaper, showingsOf } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { type Ground, grounds } from '../rules/paper.ts'
import { quickDecisions } from '../rules/quickDecisions.ts'
import { paperKinds } from '../rules/words.ts'
import { decideForm } from './decideForm.ts'
import { type AroundPaper, aboveMeeting, aroundPaper, paperParams, subjectsOf } from './frame.ts'
import { cellName, type Grid } from './grid.ts'

const common = { url: '/papers/:paperId/decide', purpose: 'casework', params: paperParams } as const

async function gridOf(work: Work, around: AroundPaper): Promise<Grid> {
  return {
    around,
    parts: (await partsOfPaper(work, around.paper.id)).filter(({ dataClass }) => dataClass === 'B3'),
    recipients: await recipientsOf(work, around.paper),
    showings: await showingsOf(work, around.paper.id),
  }
}

/** What a grid was drawn from: parts and decisions by their versions. */
const stored = ({ parts, showings }: Grid) => [
  parts.map(({ id, version }) => [id, version]),
  showings.map(({ id, version }) => [id, version]).toSorted(),
]

const show = route({
  ...common,
  method: 'GET',
  admits: recordReaders,
  summary: 'Who is given which part of a paper',
  async handle({ work, params: { paperId }, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    if (!around?.isLine) return notFound
    const grid = await gridOf(work, around)
    return page(grid, valuesOf(grid), form, fieldErrors([]), false)
  },
})

const valuesOf = ({ showings }: Grid): FormValues =>
  Object.fromEntries(
    showings.map(one => [cellName(one.partId, one.recipientKey), one.shows ? 'show' : 'hide']),
  )

const send = route({
  ...common,
  method: 'POST',
  admits: recordWriters,
  summary: 'Decides who is given which part of a paper',
  async handle({ work, params: { paperId }, sent, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    if (!around?.isLine) return notFound
    const grid = await gridOf(work, around)
    if (!isAsOpened(sent, stored(grid)))
      return page(
        grid,
        sent,
        form,
        fieldErrors(
          [
            {
              path: ['ground'],
              message:
                'Somebody changed this paper or its decisions since you opened this page. Yours are shown: look through them and save again',
            },
          ],
          ['ground'],
        ),
        true,
      )
    const quick = typedOf(sent, 'quick')
    const chosen = quick === '' ? sent : { ...sent, ...quickDecisions(quick, grid) }
    const parsed = parse(chosen, grid)
    if (parsed.issues.length > 0)
      return page(grid, chosen, form, fieldErrors(parsed.issues, ['ground', 'why']), false)
    await decideShowings(work, paperId, parsed.decisions)
    const open = parsed.decisions.length < grid.parts.length * grid.recipients.length
    return {
      kind: 'redirect',
      location: open || quick !== '' ? `/papers/${paperId}/decide` : `/papers/${paperId}/preview`,
      success: open ? 'Kept. What is not decided is not shown' : 'Kept',
    }
  },
})

export const decideRoutes: readonly Route[] = [show, send]

function page(grid: Grid, values: FormValues, form: FormKeys, errors: FieldErrors, isStale: boolean): Reply {
  const { around } = grid
  return {
    kind: 'page',
    status: isStale ? 409 : errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Who sees what',
    isWide: true,
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Who sees what of this paper</h1>${aboveMeeting(around)}
<p class="govuk-body"><a class="govuk-link" href="/papers/${around.paper.id}">${paperKinds[around.paper.kind]}</a> · <a class="govuk-link" href="/papers/${around.paper.id}/preview">See the copies</a></p>
<form method="post" action="/papers/${around.paper.id}/decide" novalidate data-keep-on-failure>${formFields(form)}${versionField(formVersion(stored(grid)))}
${decideForm(grid, values, errors)}</form>`,
    shown: { resource: 'paper_decisions', subjectIds: subjectsOf(around, grid.recipients) },
  }
}

/** Decisions as they were sent; a withheld part keeps the reason that it has, or takes the one given for all. */
function parse(sent: FormValues, { parts, recipients, showings }: Grid) {
  const issues: FormIssue[] = []
  const given = Object.keys(grounds).find((one): one is Ground => one === typedOf(sent, 'ground')) ?? null
  const words = typedOf(sent, 'why').trim()
  const decisions: Decision[] = []
  for (const part of parts)
    for (const recipient of recipients) {
      const value = typedOf(sent, cellName(part.id, recipient.key))
      if (value !== 'show' && value !== 'hide') continue
      const before = showings.find(one => one.partId === part.id && one.recipientKey === recipient.key)
      const shows = value === 'show'
      const kept = before?.shows === false && !shows
      decisions.push({
        partId: part.id,
        recipient,
        shows,
        ground: shows ? null : kept ? before.ground : given,
        why: shows ? null : kept ? before.why : words || null,
      })
    }
  const withheld = decisions.filter(({ shows }) => !shows)
  if (withheld.some(({ ground }) => ground === null))
    issues.push({ path: ['ground'], message: 'Select why parts are withheld' })
  if (withheld.some(({ why }) => why === null))
    issues.push({ path: ['why'], message: 'Enter in words why they are withheld' })
  return { decisions, issues }
}
