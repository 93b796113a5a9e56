// The door of transfers: children handed over to another team or authority.

export { answerTransfer, settleTransfer, type TransferAnswer } from './answerTransfer.ts'
export { type AskedTransfer, askForTransfer, type NewTransfer } from './askForTransfer.ts'
export { handoverWords } from './handoverWords.ts'
export {
  listTransfers,
  type Transfer,
  type TransferFilter,
  transferById,
  transfersOfMove,
} from './readTransfers.ts'
