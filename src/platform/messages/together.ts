/**
 * Does for many at once what costs nearly as much for one: whatever is asked while the last is being done is done together next. Nothing waits that
 * could be done at once. When a run for many fails, each is done by itself, so that none fails by another's fault.
 * @param run does it for one or more, and gives the answers in their order
 * @param most how many are done together
 */
export function together<In, Out>(
  run: (these: readonly In[]) => Promise<readonly Out[]>,
  most: number,
): (one: In) => Promise<Out> {
  const waiting: Asked<In, Out>[] = []
  let isAtWork = false
  const work = async () => {
    isAtWork = true
    while (waiting.length > 0) await answerAll(run, waiting.splice(0, most))
    isAtWork = false
  }
  return one => {
    const { promise, resolve, reject } = Promise.withResolvers<Out>()
    waiting.push({ one, resolve, reject })
    if (!isAtWork) void work()
    return promise
  }
}

type Asked<In, Out> = {
  readonly one: In
  readonly resolve: (answer: Out) => void
  readonly reject: (error: unknown) => void
}

async function answerAll<In, Out>(
  run: (these: readonly In[]) => Promise<readonly Out[]>,
  asked: readonly Asked<In, Out>[],
): Promise<void> {
  try {
    const answers = await run(asked.map(({ one }) => one))
    for (const [place, { resolve }] of asked.entries()) resolve(answers[place] as Out) // as many as were asked, in their order
  } catch (error) {
    if (asked.length === 1) return asked[0]?.reject(error)
    for (const one of asked) await answerAll(run, [one])
  }
}
