export {
  authenticatorAddress,
  makeSecret,
  numberOf,
  secretFrom,
  secretText,
  stepAt,
  stepOf,
} from './oneTime.ts'
export { hashWord, isWord, WORD_COST, type WordCost } from './secretWord.ts'
