import { z } from 'zod'
import type { Work } from '#platform/db'
import type { FormKeys, Reply } from '#platform/http'
import type { FieldErrors } from '#ui'
import { plainPage } from './plainPage.ts'
import type { PlainView } from './plainView.ts'
import { planReply } from './planReply.ts'

const text = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
/** For whom the copy is, and what it leaves out. */
export const plainQuery = z.object({ for: text, leave: text })

/** The page of the plan in plain words. */
export const plainReply = (
  view: PlainView,
  visit: {
    readonly work: Work
    readonly form: FormKeys
  },
  errors: FieldErrors,
): Reply =>
  planReply(view, {
    title: 'The plan in plain words - Child in need plan',
    hasErrors: errors.list.length > 0,
    about: view.recipients.map(({ id }) => id),
    content: plainPage(view, visit.work.today, errors, visit.form, visit.work.knownAt !== null),
  })
