import { Worker } from 'node:worker_threads'
import type { FileWords } from './fileWords.ts'
import type { ToRead } from './readThread.ts'
import { readWords } from './readWords.ts'

const UNREADABLE: FileWords = { words: '', unread: 'broken' }
const MEGABYTES = 512

/**
 * Reads the words of a stored file on a thread of its own: somebody else's file may be large, or made to take for ever, and everybody
 * else's pages go on meanwhile. One that takes too long or too much memory is not read, and so never said to be.
 * @param seconds after which it is given up
 */
export function readApart(mediaType: string, bytes: Uint8Array, seconds = 60): Promise<FileWords> {
  if (mediaType === 'text/plain' || mediaType.startsWith('image/'))
    return Promise.resolve(readWords(mediaType, bytes))
  return new Promise(resolve => {
    const workerData: ToRead = { mediaType, bytes }
    const thread = new Worker(new URL('./readThread.ts', import.meta.url), {
      env: {}, // nothing of the service's settings, which hold its keys
      execArgv: [],
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    const end = (read: FileWords): void => {
      clearTimeout(timer)
      resolve(read)
      void thread.terminate()
    }
    const timer = setTimeout(() => end(UNREADABLE), seconds * 1000)
    thread.once('message', (read: FileWords) => end(read))
    thread.once('error', () => end(UNREADABLE))
    thread.once('exit', () => end(UNREADABLE))
  })
}
