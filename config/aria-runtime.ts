import { mergeInternalComponents } from '@tarojs/shared'

import { aria } from './aria-attributes'

mergeInternalComponents(aria)
