// Lists the services' API documents and shows one of them. A service that does not answer is shown as such.
const documents = new Map();
let session = null;
let entries = [];

async function ask(entry) {
  try {
    const answer = await fetch(entry.document, { headers: { Accept: 'application/json', 'Accept-Language': language() } });
    const body = await answer.json();
    documents.set(entry.id, answer.ok ? { body } : { problem: body.detail || body.title });
  } catch {
    documents.set(entry.id, { problem: text('down') });
  }
  list();
}

function list() {
  document.getElementById('services').replaceChildren(...entries.map((entry) => {
    const known = documents.get(entry.id);
    const button = document.createElement('button');
    const state = document.createElement('span');
    button.type = 'button';
    button.textContent = entry.name;
    button.className = known?.problem ? 'down' : '';
    button.setAttribute('aria-pressed', String(location.hash === '#' + entry.id));
    state.className = 'state';
    state.textContent = known === undefined ? text('checking') : known.problem ? text('down') : text('up');
    button.append(state);
    button.addEventListener('click', () => { location.hash = entry.id; });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
}

async function open() {
  const entry = entries.find((one) => '#' + one.id === location.hash);
  const hint = document.getElementById('hint');
  const place = document.getElementById('document');
  delete hint.dataset.text;
  place.replaceChildren();
  if (!entry) {
    hint.textContent = text('choose');
    return;
  }
  await ask(entry);
  const known = documents.get(entry.id);
  hint.textContent = known.problem ?? (session?.signedIn ? text('asSignedIn') : text('signedOut'));
  if (known.problem) {
    return;
  }
  SwaggerUIBundle({
    spec: { ...known.body, servers: [{ url: location.origin }] }, // always through the gateway
    dom_id: '#document',
    deepLinking: false,
    validatorUrl: null,
    requestInterceptor: (request) => {
      if (session?.csrf && !['GET', 'HEAD'].includes(request.method)) {
        request.headers[session.csrf.header] = session.csrf.token;
      }
      return request;
    },
  });
}

async function load() {
  const answer = await fetch('/api-docs/services', { headers: { 'Accept-Language': language() } });
  entries = await answer.json();
  list();
  entries.forEach(ask);
  await open();
}

onLanguage(load);
window.addEventListener('hashchange', () => { list(); open(); });
readSession().then((read) => { session = read; return load(); });
