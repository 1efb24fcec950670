import { contract } from '../../contract/contract'

const patterns = Object.keys(contract).map((key) => {
  const [method = '', path = ''] = key.split(' ')
  return { key: key as keyof typeof contract, method, path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }
})

/** The contract's route that a request asks; a name of its own (`/v1/media/held`) before a place for an id. */
export function routeOf(method: string, url: string): keyof typeof contract | undefined {
  const path = url.split('?')[0] ?? ''
  const fits = patterns.filter((one) => one.method === method && one.path.test(path))
  return (fits.find(({ key }) => key === `${method} ${path}`) ?? fits[0])?.key
}
