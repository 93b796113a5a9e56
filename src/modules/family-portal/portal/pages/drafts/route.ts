import { z } from 'zod'
import { saveDraft } from '#platform/drafts'
import { draftedForms } from '../../draftedForm.ts'
import { inside } from '../../portalRoute.ts'

/** Saves what somebody is writing while they write it. */
export const draftRoute = inside({
  method: 'POST',
  url: '/drafts/:form/:recordKey',
  repeats: true,
  params: z.object({
    form: z.enum(draftedForms),
    recordKey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  }),
  async handle({ work, params, sent }) {
    const saved = await saveDraft(work, params.form, params.recordKey, sent)
    if (saved.kind === 'saved')
      return { kind: 'json', status: 200, body: { savedAt: `${saved.savedAt}`, version: saved.version } }
    return { kind: 'json', status: 409, body: { version: saved.theirs.version } }
  },
})
