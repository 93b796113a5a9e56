export { authenticatorAddress, makeSecret, numberOf, secretText, stepAt, stepOf } from './oneTime.ts'
export { hashWord, isWord } from './secretWord.ts'
