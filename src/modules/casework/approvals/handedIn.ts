import type { ApprovalKind, HandedIn } from '../registry/approvalKind.ts'
import { registries } from '../registry/registries.ts'
import type { Approval } from './readApprovals.ts'

/** The kind of something handed in. @throws when no module has registered it */
export function kindOf(handed: Pick<Approval, 'kind'>): ApprovalKind {
  const found = registries.approvalKinds.find(({ kind }) => kind === handed.kind)
  if (found === undefined)
    throw new Error(`No module decides approvals of kind ${handed.kind}: register it in registries`)
  return found
}

/** What is waited for, in words, also of a kind that no module knows any more. */
export const kindLabel = (kind: string): string =>
  registries.approvalKinds.find(one => one.kind === kind)?.label ?? kind.replaceAll('_', ' ')

/** An approval as its kind needs it. */
export const handedIn = (of: Approval): HandedIn => ({
  id: of.id,
  subjectId: of.subjectId,
  personIds: of.personIds,
  submittedBy: of.submittedBy,
  submittedAt: of.submittedAt,
})
