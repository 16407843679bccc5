using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;

namespace Gci.Web.Tests.Links;

/// <summary>Addresses that lead into the network around the service, in every spelling that some program understands.</summary>
internal static class HostileLinks
{
    // One address or more of each range that is not the public web.
    private static readonly string[] s_ipv4 =
    [
        "0.0.0.0", "0.0.0.1", "10.0.0.1", "10.255.255.254", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254",
        "168.63.129.16", "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.254", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.168.0.1",
        "192.168.255.254", "192.88.99.1", "198.18.0.1", "198.19.255.254", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    ];

    private static readonly string[] s_ipv6 =
    [
        "::", "::1", "0:0:0:0:0:0:0:1", "::2", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:db8::1", "2001:2::1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
        "fc00::1", "fd00::1", "fd00:ec2::254", "fe80::1", "fe80::a9fe:a9fe", "febf::1", "fec0::1", "ff02::1", "ff05::1:3", "3fff::1", "5f00::1", "::ffff:0:127.0.0.1",
    ];

    private static readonly string[] s_near = ["127.0.0.1", "[::1]", "localhost", "169.254.169.254"];

    private static readonly string[] s_names =
    [
        "localhost", "LOCALHOST", "localhost.", "a.localhost", "www.localhost.", "localhost.localdomain", "ip6-localhost", "ip6-loopback", "broadcasthost",
        "metadata.google.internal", "metadata", "instance-data", "kubernetes.default.svc", "host.docker.internal", "gateway.docker.internal",
        "127.0.0.1.nip.io.invalid", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ", "１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "lоcalhost.invalid",
    ];

    internal static IEnumerable<string> All(int port)
    {
        string[] hosts =
        [
            .. s_ipv4.SelectMany(Spellings), .. s_ipv6.Select(address => $"[{address}]"), .. s_names, Dns.GetHostName(), "[fe80::1%25lo]", "[::1%25lo]",
            .. Own().Select(address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address.ToString().Split('%')[0]}]" : address.ToString()),
        ];
        return
        [
            .. hosts.Select(host => $"http://{host}:{port}/"),
            .. hosts.Select(host => $"http://{host}/"),
            .. s_near.SelectMany(host => Disguises(host, port)),
        ];
    }

    // Octal, hexadecimal, whole, short and padded; inside IPv6 in four ways.
    private static IEnumerable<string> Spellings(string address)
    {
        var bytes = IPAddress.Parse(address).GetAddressBytes();
        var whole = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        yield return address;
        yield return address + ".";
        yield return whole.ToString(CultureInfo.InvariantCulture);
        yield return $"0x{whole:x}";
        yield return $"0{Convert.ToString(whole, 8)}";
        yield return string.Join('.', bytes.Select(part => $"0x{part:x2}"));
        yield return string.Join('.', bytes.Select(part => $"0{Convert.ToString(part, 8)}"));
        yield return string.Create(CultureInfo.InvariantCulture, $"{bytes[0]}.{((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3]}");
        yield return $"[::ffff:{address}]";
        yield return $"[::ffff:{whole >> 16:x}:{whole & 0xFFFF:x}]";
        yield return $"[::{address}]";
        yield return $"[64:ff9b::{address}]";
    }

    private static IEnumerable<string> Disguises(string host, int port) =>
    [
        $"http://www.example.org@{host}:{port}/", $"http://www.example.org:80@{host}:{port}/", $"http://www.example.org%40{host}:{port}/", $"http://www.example.org#@{host}:{port}/",
        $"http://{host}:{port}\\@www.example.org/", $"http:\\\\{host}:{port}\\", $"http:///{host}:{port}/", $"//{host}:{port}/", $"http:{host}:{port}/", $" http://{host}:{port}/",
        $"http://{host}:{port}/\r\nHost: www.example.org", $"http://{host}\t:{port}/", $"http://{host}%00.example.org:{port}/", $"https://{host}:{port}/", $"ftp://{host}:{port}/",
        $"gopher://{host}:{port}/_GET", $"dict://{host}:{port}/info", $"ldap://{host}:{port}/", $"tftp://{host}:{port}/", $"ws://{host}:{port}/", $"jar:http://{host}:{port}/!/",
        $"file://{host}/etc/passwd", "file:///etc/passwd", "file:///proc/self/environ", "data:text/html,hello", "javascript:alert(1)", "mailto:a@example.org", "unix:/run/docker.sock",
        "net.pipe://localhost/a", "http+unix://%2Frun%2Fdocker.sock/", $"http://{host}:22/", $"http://{host}:25/", $"http://{host}:6379/", $"http://{host}:5432/", $"http://{host}:65536/", $"http://{host}:-1/",
    ];

    private static IEnumerable<IPAddress> Own() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(link => link.GetIPProperties().UnicastAddresses).Select(found => found.Address);
}
