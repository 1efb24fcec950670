import path from 'node:path'

import { h5 } from './h5'
import { terser } from './minify'
import { surveyKeys } from './survey-keys'
import { weapp } from './weapp'

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
// H5 is served by the same origin as the API; the mini-program has no origin, so its address is fixed at build time.
const apiUrl = target === 'h5' ? '' : (process.env.API_URL ?? 'http://127.0.0.1:8080')
// What is built for the one machine, which has no address of its own: there anybody may try the survey, with keys that the server names.
const demo = target === 'h5' ? process.env.DEMO === 'yes' : !process.env.API_URL

export default {
  projectName: 'jinnongjia',
  date: '2026-11-24',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  // The drawings are made at 1 px = 1 px of a phone.
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  plugins: [
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-framework-react',
    path.join(__dirname, 'old-phones-plugin.ts'),
    path.join(__dirname, 'aria.ts'),
    path.join(__dirname, 'lean-templates.ts'),
  ],
  defineConstants: {
    API_URL: JSON.stringify(apiUrl),
    DEMO: JSON.stringify(demo),
    SURVEY_KEYS: JSON.stringify(surveyKeys(process.env.SURVEY_KEYS)),
    SPEECH_PLUGIN: JSON.stringify(process.env.SPEECH_PLUGIN === 'yes'),
  },
  terser,
  // webpack's cache on disk has served what a file used to be; whether anything has to be built at all is decided before (prepare.mjs).
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  weapp,
  mini: weapp,
  h5,
}
