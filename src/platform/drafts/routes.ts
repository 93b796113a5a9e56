import { z } from 'zod'
import { html } from '#ui'
import { localPath, type Reply, type Route, route, type ServiceModule } from '../http/index.ts'
import { draftConflict } from './draftConflict.ts'
import { dropDraft } from './dropDraft.ts'
import { saveDraft } from './saveDraft.ts'
import { sentDraft } from './sentDraft.ts'

const params = z.object({
  form: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  recordKey: z.string().regex(/^[A-Za-z0-9:_-]{1,120}$/),
})

const autosave = route({
  method: 'POST',
  url: '/drafts/:form/:recordKey',
  admits: 'signed_in',
  summary: 'Saves what someone is typing as their draft',
  purpose: 'drafts',
  params,
  repeats: true,
  async handle({ work, params, sent }): Promise<Reply> {
    const saved = await saveDraft(work, params.form, params.recordKey, sent)
    if (saved.kind === 'saved')
      return json(200, { savedAt: saved.savedAt.toString(), version: saved.version })
    const { theirs } = saved
    return json(409, {
      savedAt: theirs.savedAt.toString(),
      version: theirs.version,
      yours: sentDraft(sent).fields,
      other: theirs.fields,
    })
  },
})

const discard = route({
  method: 'POST',
  url: '/drafts/:form/:recordKey/discard',
  admits: 'signed_in',
  summary: 'Discards the draft of a form',
  purpose: 'drafts',
  params,
  repeats: true,
  async handle({ work, params, sent }): Promise<Reply> {
    await dropDraft(work, params.form, params.recordKey)
    return { kind: 'redirect', location: localPath(sent['return']), success: 'Draft discarded' }
  },
})

const json = (status: number, body: unknown): Reply => ({ kind: 'json', status, body, shown: 'nothing' })

/** The routes that every form's draft is saved and discarded by. */
export const draftRoutes: readonly Route[] = [autosave, discard]

/** Drafts as a part of the service. */
export const draftModule: ServiceModule = { name: 'drafts', routes: draftRoutes }

/**
 * What a form's own route answers when its "Save draft" button was pressed: saves and goes back, or shows both texts.
 */
export async function answerSaveDraft(
  visit: {
    readonly work: Parameters<typeof saveDraft>[0]
    readonly sent: Readonly<Record<string, unknown>>
    readonly path: string
  },
  form: string,
  recordKey: string,
): Promise<Reply> {
  const saved = await saveDraft(visit.work, form, recordKey, visit.sent)
  if (saved.kind === 'saved') return { kind: 'redirect', location: visit.path, success: 'Draft saved' }
  const mine = sentDraft(visit.sent).fields
  const names = [...new Set([...Object.keys(mine), ...Object.keys(saved.theirs.fields)])]
  const text = (value: string | readonly string[] | undefined): string => [value ?? ''].flat().join(', ')
  return {
    kind: 'page',
    status: 409,
    title: 'This draft was changed in another tab',
    shown: 'nothing',
    content: html`<h1 class="govuk-heading-l">This draft was changed in another tab</h1>
${draftConflict({
  between: 'tabs',
  differences: names.map(name => ({
    label: name,
    yours: text(mine[name]),
    other: text(saved.theirs.fields[name]),
  })),
})}
<p class="govuk-body"><a class="govuk-link" href="${visit.path}">Open the form again</a></p>`,
  }
}
