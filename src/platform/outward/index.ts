// Requests to addresses that somebody entered: never to this machine or its neighbours.
export { type OutwardFetch, outwardFetch } from './outwardFetch.ts'
export { isPrivateAddress } from './privateAddress.ts'
export { LEADS_INSIDE, publicLookup } from './publicLookup.ts'
