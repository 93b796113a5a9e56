import { parentPort, workerData } from 'node:worker_threads'
import { readWords } from './readWords.ts'

/** A file to be read. */
export type ToRead = { readonly mediaType: string; readonly bytes: Uint8Array }

const { mediaType, bytes } = workerData as ToRead // what `readApart` gave it
parentPort?.postMessage(readWords(mediaType, bytes))
