import type { ApprovalKind, HandedIn } from '../registry/approvalKind.ts'
import { registries } from '../registry/registries.ts'
import type { Approval } from './readApprovals.ts'

/** The kind of something handed in; undefined when its module is not part of this installation (any more). */
export const kindOf = (handed: Pick<Approval, 'kind'>): ApprovalKind | undefined =>
  registries.approvalKinds.find(({ kind }) => kind === handed.kind)

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
