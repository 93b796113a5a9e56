export {
  authenticatorAddress,
  makeSecret,
  numberOf,
  secretFrom,
  secretText,
  stepAt,
  stepOf,
} from './oneTime.ts'
export { qrPath } from './qr/qrCode.ts'
export { hashWord, isWord, WORD_COST, type WordCost } from './secretWord.ts'
