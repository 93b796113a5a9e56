import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openPrintQueue, type PrintLimits, type PrintProgress, type PrintQueue } from './printQueue.ts'

/** A thread that answers at once with how often it was asked, says `wrong`, dies, or never answers. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let asked = 0
  parentPort.on('message', ({ template }) => {
    asked += 1
    if (template === 'die') process.exit(1)
    if (template === 'throw') throw new Error('planted')
    if (template === 'never') return
    if (template === 'wrong') return parentPort.postMessage({ wrong: 'not a template' })
    if (template === 'pages') parentPort.postMessage({ pages: 61 })
    if (template === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150)
    parentPort.postMessage({ pdf: Uint8Array.of(asked) })
  })`)}`,
)

const opened: PrintQueue[] = []
afterAll(() => Promise.all(opened.map(queue => queue.end())))
const open = (limits: Partial<PrintLimits> = {}, script = thread): PrintQueue => {
  const queue = openPrintQueue(script, { mostWaiting: 3, seconds: 5, ...limits })
  opened.push(queue)
  return queue
}
const asked = (template: string, data = '{}') => ({ template, data })
const FAILED = { code: 'KITH_PRINT_FAILED' }

test('one thread stays for print after print', async () => {
  const queue = open()
  expect([...(await queue.print(asked('a')))]).toEqual([1])
  expect([...(await queue.print(asked('b')))]).toEqual([2])
})

test('a template that is wrong is said to be, and the thread goes on', async () => {
  const queue = open()
  await expect(queue.print(asked('wrong'))).rejects.toThrow('not a template')
  expect([...(await queue.print(asked('a')))]).toEqual([2])
})

test.each(['die', 'throw'])(
  'a thread that ends at %s refuses that print alone; another thread begins',
  async how => {
    const queue = open()
    const [first, second] = await Promise.allSettled([queue.print(asked(how)), queue.print(asked('a'))])
    expect(first).toMatchObject({ status: 'rejected', reason: FAILED })
    expect(second).toMatchObject({ status: 'fulfilled', value: Uint8Array.of(1) })
  },
)

test('a print that takes too long is given up, and the next is made', async () => {
  const queue = open({ seconds: 0.2 })
  await expect(queue.print(asked('never'))).rejects.toMatchObject(FAILED)
  expect([...(await queue.print(asked('a')))]).toEqual([1])
})

test('no more wait than may, and the short before the long', async () => {
  const queue = open()
  const done: string[] = []
  const print = (name: string, data: string) => queue.print(asked('slow', data)).then(() => done.push(name))
  const all = [print('first', '9'), print('long', '1'.repeat(9)), print('letter', '1'), print('plan', '12')]
  await expect(queue.print(asked('a'))).rejects.toMatchObject({ code: 'KITH_PRINT_BUSY' })
  await Promise.all(all)
  expect(done).toEqual(['first', 'letter', 'plan', 'long'])
})

test('whoever waits is told of the place, and of each stage', async () => {
  const queue = open()
  const told: Record<string, PrintProgress[]> = { first: [], long: [], short: [] }
  const print = (name: 'first' | 'long' | 'short', template: string, data: string) =>
    queue.print(asked(template, data), progress => told[name]?.push(progress))
  await Promise.all([
    print('first', 'slow', '1'),
    print('long', 'pages', '1'.repeat(9)),
    print('short', 'slow', '1'),
  ])
  expect(told['first']).toEqual([{ stage: 'laying_out' }])
  expect(told['short']).toEqual([{ stage: 'waiting', ahead: 1 }, { stage: 'laying_out' }])
  expect(told['long']).toEqual([
    { stage: 'waiting', ahead: 1 },
    { stage: 'waiting', ahead: 2 },
    { stage: 'waiting', ahead: 1 },
    { stage: 'laying_out' },
    { stage: 'checking', pages: 61 },
  ])
})

test('a script that is not there refuses each print and blocks nothing', async () => {
  const queue = open({}, pathToFileURL('/nowhere/thread.js'))
  await expect(queue.print(asked('a'))).rejects.toMatchObject(FAILED)
  await expect(queue.print(asked('a'))).rejects.toMatchObject(FAILED)
})

test('whoever waits when the service ends is refused', async () => {
  const queue = open()
  const refused = Promise.allSettled([queue.print(asked('never')), queue.print(asked('a'))])
  await queue.end()
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
