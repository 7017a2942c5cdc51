import './styles/theme.css';
import './styles/page.css';
import './styles/parts.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Session } from './session.svelte';

const target = document.getElementById('page');
if (target === null) throw new Error('index.html has no #page');

const session = await Session.open();
mount(App, { target, props: { session } });
void session.start();
