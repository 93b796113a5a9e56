import { notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'
import type { PlanView } from './planView.ts'

/** Who may read a plan and not write it is told whom to ask. */
export const askTeam: Reply = {
  kind: 'forbidden',
  ask: 'You may read this plan but not change it. Ask the lead practitioner or the team that holds the case.',
}

/** A page about a child's plan. */
export function planReply(
  view: PlanView,
  page: {
    readonly title: string
    readonly content: Html
    readonly hasErrors?: boolean
    readonly status?: number
    readonly isWide?: boolean
    readonly about?: readonly Uuid[]
  },
): Reply {
  const hasErrors = page.hasErrors === true
  return {
    kind: 'page',
    status: page.status ?? (hasErrors ? 422 : 200),
    title: page.title,
    hasErrors,
    before: view.frame.before,
    content: page.content,
    ...(page.isWide ? { isWide: true } : {}),
    shown: { resource: 'cin_plan', subjectIds: [...new Set([view.personId, ...(page.about ?? [])])] },
  }
}

/** A plan that runs and that the actor writes; else what to answer. */
export function writable(view: PlanView | null):
  | { readonly ok: true; readonly view: PlanView & { readonly plan: NonNullable<PlanView['plan']> } }
  | {
      readonly ok: false
      readonly reply: Reply
    } {
  if (view === null || view.plan === null) return { ok: false, reply: notFound }
  if (!view.mayWrite) return { ok: false, reply: askTeam }
  return { ok: true, view: { ...view, plan: view.plan } }
}
