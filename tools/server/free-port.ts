import { createServer } from 'node:net'

/**
 * Makes sure that nobody serves at a port yet: else we would talk to somebody else's server and take it for ours.
 *
 * @throws Error where somebody does.
 */
export async function ensureFree(port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const server = createServer()
  server.once('error', () => {
    const chinese = `端口 ${port} 已被占用。请结束占用它的程序,或用 PORT=… 换一个端口。`
    reject(
      new Error(`${chinese}\nPort ${port} is taken. End what uses it, or choose another one with PORT=….`),
    )
  })
  server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  return promise
}
