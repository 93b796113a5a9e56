import type { Work } from '#platform/db'
import { type FormKeys, formFields, notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, type Html, html } from '#ui'
import { type RecordFrame, recordFrame } from './recordFrame.ts'
import type { RecordTab } from './recordLinks.ts'

/** What a small page of the record is made of. */
export type SmallPage = {
  readonly title: string
  readonly resource: string
  readonly tab: RecordTab | null
  readonly hasErrors: boolean
  /** Others whom it names. */
  readonly alsoNamed?: readonly Uuid[]
  readonly content: (frame: RecordFrame) => Promise<Html>
}

/** A page of the record around some content, for those who may see the person. */
export async function smallPage(work: Work, personId: Uuid, page: SmallPage): Promise<Reply> {
  const frame = await recordFrame(work, personId, page.tab)
  if (frame === null) return notFound
  return {
    kind: 'page',
    status: page.hasErrors ? 422 : 200,
    title: page.title,
    hasErrors: page.hasErrors,
    before: frame.before,
    content: await page.content(frame),
    shown: { resource: page.resource, subjectIds: [...new Set([personId, ...(page.alsoNamed ?? [])])] },
  }
}

/** A form of one button, such as "End this alert". */
export function buttonForm(action: string, words: Html, keys: FormKeys, extra?: Html): Html {
  return html`<form method="post" action="${action}">
  ${formFields(keys)}
  ${extra}
  ${button({ html: words, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}
</form>`
}
