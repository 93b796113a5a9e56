export { MailboxFault } from './faults.ts'
export type { Letter, Mailbox } from './mailbox.ts'
export { openMeshMailbox } from './openMeshMailbox.ts'
export { mailboxPanel } from './pages/mailboxPanel.ts'
export {
  beginTurn,
  endTurn,
  type Failure,
  failureOf,
  isConnected,
  isSilent,
  readMailbox,
  type Step,
  type Turned,
} from './standing.ts'
