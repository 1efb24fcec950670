import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Config = { componentConfig: { includes: Set<string> } }
type Props = Record<string, string>
type Platform = { template?: { modifyCompProps?: (component: string, props: Props) => Props } }
type Context = {
  modifyComponentConfig: (change: (config: Config) => void) => void
  registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void
}

/** Templates that Taro writes into every mini-program, by the component that needs them. */
const always = { ScrollView: ['scroll-view'], Image: ['image', 'static-image'], Text: ['text', 'static-text'] }

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.tsx?$/.test(file) && !file.includes('.test.') ? [readFileSync(file, 'utf8')] : []
  })

/** An attribute as sources name it: `hover-stay-time` is hoverStayTime, `bindTouchStart` is onTouchStart. */
const inSource = (attribute: string) =>
  attribute
    .replace(/^bind-?(\w)/, (_, first: string) => `on${first.toUpperCase()}`)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Of it Taro makes `catchMove`. */
const isNeeded = (component: string, attribute: string) => component === 'view' && attribute === 'bindTouchMove'

/**
 * Taro plugin: leaves out the templates of components that no file under src imports, and of the others the attributes that none
 * names. They weigh 23 KB and 14 KB: each stands once for every level of nesting.
 */
export default function leanTemplates(context: Context) {
  const texts = sources(path.resolve(__dirname, '../src'))
  const words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []))
  context.modifyComponentConfig(({ componentConfig: { includes } }) => {
    const imports = texts.flatMap((text) => text.match(/import[^;]*?from '@tarojs\/components'/g) ?? []).join()
    for (const [component, templates] of Object.entries(always))
      if (!new RegExp(`\\b${component}\\b`).test(imports)) for (const template of templates) includes.delete(template)
  })
  context.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      if (!template) return
      template.modifyCompProps = (component, props) =>
        Object.fromEntries(Object.entries(props).filter(([name]) => isNeeded(component, name) || words.has(inSource(name))))
    },
  })
}
