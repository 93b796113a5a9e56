export { authenticatorAddress, makeSecret, numberOf, secretText, stepAt, stepOf } from './oneTime.ts'
export { hashWord, isWord, WORD_COST, type WordCost } from './secretWord.ts'
