import type { Work } from '#platform/db'
import type { FormKeys, Reply } from '#platform/http'
import { pullSources } from '../queries/pulledParts.ts'
import { copiesOf } from '../queries/readCopies.ts'
import { partsOfPaper, showingsOf } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { paperKinds } from '../rules/words.ts'
import { type AroundPaper, subjectsOf } from './frame.ts'
import { paperPage } from './paperPage.ts'

/** Where a paper was changed since it was shown. */
export const CHANGED =
  'Somebody changed this paper since you opened it. Look at it as it is now and try again.'

/** The page of a paper, with what is to be mended. */
export async function pageOf(
  work: Work,
  around: AroundPaper,
  form: FormKeys,
  error?: string,
): Promise<Reply> {
  const { paper } = around
  const parts = await partsOfPaper(work, paper.id)
  const recipients = around.isLine ? await recipientsOf(work, paper) : []
  const showings = await showingsOf(work, paper.id)
  const decidable = parts.filter(({ dataClass }) => dataClass === 'B3')
  const decided = showings.filter(
    one =>
      decidable.some(({ id }) => id === one.partId) && recipients.some(({ key }) => key === one.recipientKey),
  )
  const content = paperPage({
    around,
    parts,
    copies: around.isLine ? await copiesOf(work, { paperId: paper.id }) : [],
    undecided: decidable.length * recipients.length - decided.length,
    pullable: around.mayWrite && around.isLine ? await pullSources(work, paper) : [],
    form,
    ...(error === undefined ? {} : { error }),
  })
  return {
    kind: 'page',
    status: error === undefined ? 200 : 422,
    hasErrors: error !== undefined,
    title: paperKinds[paper.kind],
    content,
    shown: { resource: 'paper', subjectIds: subjectsOf(around) },
  }
}
