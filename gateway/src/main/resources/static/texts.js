// The few words of these pages, in Chinese and English; the choice is kept in this browser.
const TEXTS = {
  'zh-CN': {
    title: '精准帮扶与防返贫管理', other: 'English', signIn: '登录', loading: '正在读取登录状态……',
    signedOut: '您尚未登录。', signedIn: '您已登录。', signedInUntil: '登录最迟于 {0} 结束；{1} 分钟无操作将自动退出。',
    unavailable: '暂时无法读取登录状态，请稍后刷新。', failed: '登录未完成，请重试。',
    signInAction: '登录', signOutAction: '退出登录', signOutFailed: '退出未成功，请重试。',
    interfaces: '接口', interfacesText: '各部门服务的接口文档，供系统对接人员使用。', interfacesAction: '查看接口文档',
    home: '首页', services: '服务', choose: '请选择一个服务。', up: '可用', down: '暂时不可用', checking: '正在查询……',
    asSignedIn: '在此发出的请求使用您当前的登录身份。', noScript: '',
  },
  en: {
    title: 'Poverty alleviation and prevention of return to poverty', other: '中文', signIn: 'Sign-in', loading: 'Reading your sign-in…',
    signedOut: 'You are not signed in.', signedIn: 'You are signed in.',
    signedInUntil: 'Your sign-in ends at {0} at the latest, or after {1} minutes without use.',
    unavailable: 'Your sign-in cannot be read at the moment. Please reload later.', failed: 'The sign-in was not completed. Please try again.',
    signInAction: 'Sign in', signOutAction: 'Sign out', signOutFailed: 'Signing out did not succeed. Please try again.',
    interfaces: 'Interfaces', interfacesText: 'API documents of the departments’ services, for integrators.', interfacesAction: 'Open the API documents',
    home: 'Home', services: 'Services', choose: 'Choose a service.', up: 'available', down: 'unavailable', checking: 'asking…',
    asSignedIn: 'Requests sent from here are made under your present sign-in.', noScript: '',
  },
};

function language() {
  let chosen = null;
  try { chosen = localStorage.getItem('language'); } catch { /* storage may be forbidden */ }
  return TEXTS[chosen] ? chosen : (navigator.language || 'zh').startsWith('en') ? 'en' : 'zh-CN';
}

function text(key, ...values) {
  return TEXTS[language()][key].replace(/\{(\d)\}/g, (all, index) => values[index]);
}

function translate() {
  document.documentElement.lang = language();
  document.querySelectorAll('[data-text]').forEach((part) => { part.textContent = text(part.dataset.text); });
  const button = document.getElementById('language');
  button.textContent = text('other');
  button.lang = language() === 'en' ? 'zh-CN' : 'en';
}

function onLanguage(changed) {
  document.getElementById('language').addEventListener('click', () => {
    try { localStorage.setItem('language', language() === 'en' ? 'zh-CN' : 'en'); } catch { /* then not remembered */ }
    translate();
    changed();
  });
  translate();
}

/** The present sign-in, or null where it cannot be read. */
async function readSession() {
  try {
    const answer = await fetch('/session', { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
