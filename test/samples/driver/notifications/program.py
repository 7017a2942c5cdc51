import time

from psycopg2.extensions import Notify
from show import connect

connection = connect()
connection.autocommit = True
cursor = connection.cursor()
cursor.execute('listen "A b"; listen c')
cursor.execute("notify c, 'hi'")
print([(n.channel, n.payload, n.pid == connection.get_backend_pid()) for n in connection.notifies])
del connection.notifies[:]
other = connect()
sender = other.cursor()
sender.execute('notify "A b", \'from another\'')
connection.poll()
print(connection.notifies)
other.commit()
# A server's other process takes a moment to notice.
time.sleep(0.2)
connection.poll()
print([(n.channel, n.payload, n.pid == other.get_backend_pid()) for n in connection.notifies], other.notifies)
cursor.execute('unlisten *')
sender.execute('notify c')
other.commit()
# A server's other process takes a moment to notice.
time.sleep(0.2)
connection.poll()
print(len(connection.notifies))
notify = Notify(1, 'a', 'b')
print(repr(notify), tuple(notify), len(notify), Notify(1, 'a') == (1, 'a'), notify == (1, 'a'), notify == Notify(1, 'a', 'b'), Notify(1, 'a') < notify)
print(hash(Notify(1, 'a')) == hash((1, 'a')))
