package ca.vitaravox.bench.contender;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** How much another JVM has allocated since its start, told by itself (21 and newer). */
final class Allocated implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Allocated(JMXConnector connector) throws IOException {
        this.connector = connector;
        beans = connector.getMBeanServerConnection();
    }

    static Allocated by(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new Allocated(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException refused) {
            throw new IOException(refused);
        }
    }

    long bytes() throws IOException {
        try {
            return (Long) beans.getAttribute(new ObjectName("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
        } catch (JMException unknown) {
            throw new IOException(unknown);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
