filedesc://a.arc 127.0.0.1 20261125030405 text/plain -1
1 0 Kaynak
URL IP-address Archive-date Content-type Archive-length

http://outlet.example/a b 127.0.0.1 20261125030405 text/html 25
HTTP/1.0 200

<p>hello</p>

