using Gci.Data.Responses;

namespace Gci.Web.Links;

/// <summary>Which addresses are tried at all, before anything is looked up or connected to.</summary>
internal static class LinkAddress
{
    /// <summary>Web pages on the usual ports, without a user name; a name, not a number that leads past names.</summary>
    internal static bool IsAllowed(Uri address, IReadOnlySet<int> ports)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && EvidenceDraft.IsLink(address.AbsoluteUri) && ports.Contains(address.Port);
    }
}
